/**
 * The script of the page, as plain text that any browser since 2018 runs, so that whoever checks can read what they run. It has a
 * SHA-256 of its own: browsers have theirs only where the page came over https.
 */
export const CHECK_SCRIPT = `
'use strict';
(function () {
  var data = JSON.parse(document.getElementById('data').textContent);
  var text = data.text;
  var panels = data.panels.trim().split('\\n').slice(1).map(function (line) { return line.split(',')[1].split(' '); });
  var people = {};
  data.people.trim().split('\\n').slice(1).forEach(function (line) {
    var cells = line.split(',');
    people[cells[0]] = { chance: Number(cells[1]), told: Number(cells[2]), times: 0 };
  });
  panels.forEach(function (codes) { codes.forEach(function (code) { if (people[code]) people[code].times += 1; }); });

  function say(id, words, right) {
    var place = document.getElementById(id);
    place.textContent = words;
    place.className = right === undefined ? '' : right ? 'right' : 'wrong';
  }

  function percent(part) {
    return (part * 100).toLocaleString(text.lang, { maximumFractionDigits: 1 }) + ' %';
  }

  var counted = Object.keys(people).every(function (code) { return people[code].times === people[code].told; });
  var whole = panels.every(function (codes) { return codes.length === data.seats && new Set(codes).size === data.seats; });
  var right = sha256(data.panels) === data.hash && counted && whole;
  say('hash', right ? text.hashRight : text.hashWrong, right);

  document.getElementById('chance-form').addEventListener('submit', function (event) {
    event.preventDefault();
    var typed = document.getElementById('code').value.toUpperCase().replace(/[^0-9A-Z]/g, '');
    var code = (typed.replace(/O/g, '0').replace(/[IL]/g, '1').match(/.{1,4}/g) || []).join('-');
    var person = people[code];
    if (!person) return say('chance', text.chanceUnknown, false);
    if (person.times === 0) return say('chance', text.chanceNever);
    say('chance', text.chanceFound.replace('{times}', person.times).replace('{panels}', panels.length.toLocaleString(text.lang))
      .replace('{chance}', percent(person.times / panels.length)).replace('{exact}', percent(person.chance)), true);
  });

  document.getElementById('panel-form').addEventListener('submit', function (event) {
    event.preventDefault();
    var typed = document.getElementById('number').value.trim();
    var codes = /^[0-9]+$/.test(typed) ? panels[Number(typed)] : undefined;
    say('panel', codes ? codes.join('  ').replace(/-/g, '\\u2011') : text.panelUnknown.replace('{last}', panels.length - 1), codes ? undefined : false);
  });

  var chosen = document.getElementById('answers');
  if (chosen) chosen.addEventListener('change', function (event) {
    var file = event.target.files[0];
    if (!file) return;
    var reader = new FileReader();
    reader.onload = function () { countQuotas(String(reader.result)); };
    reader.readAsText(file, 'utf-8');
  });

  function countQuotas(csv) {
    var rows = readCsv(csv);
    var heads = rows[0] || [];
    var answers = {};
    rows.slice(1).forEach(function (row) { answers[row[0]] = row; });
    var kept = true;
    var cells = document.getElementById('cells').rows;
    data.quotas.forEach(function (quota, at) {
      var features = quota.feature.split('\\u00d7');
      var values = quota.value.split('\\u00d7');
      var places = features.map(function (feature) { return heads.indexOf(feature.trim()); });
      var least = Infinity;
      var most = -Infinity;
      panels.forEach(function (codes) {
        var count = codes.filter(function (code) {
          return answers[code] && places.every(function (place, part) { return answers[code][place] === values[part].trim(); });
        }).length;
        least = Math.min(least, count);
        most = Math.max(most, count);
      });
      var fine = least >= quota.min && most <= quota.max;
      kept = kept && fine;
      cells[at].cells[4].textContent = (least === most ? least : least + '\\u2013' + most) + (fine ? '' : ' \\u2717');
    });
    var all = panels.every(function (codes) { return codes.every(function (code) { return answers[code]; }); });
    say('quotas', kept && all ? text.quotasRight : text.quotasWrong, kept && all);
  }

  function readCsv(csv) {
    var rows = [[]];
    var cell = '';
    var quoted = false;
    for (var at = 0; at < csv.length; at++) {
      var letter = csv[at];
      if (quoted) {
        if (letter === '"' && csv[at + 1] === '"') { cell += '"'; at++; }
        else if (letter === '"') quoted = false;
        else cell += letter;
      } else if (letter === '"') quoted = true;
      else if (letter === ',') { rows[rows.length - 1].push(cell); cell = ''; }
      else if (letter === '\\n') { rows[rows.length - 1].push(cell); cell = ''; rows.push([]); }
      else if (letter !== '\\r') cell += letter;
    }
    return rows
      .filter(function (row) { return row.length > 1; })
      .map(function (row) { return row.map(function (cell) { return cell[0] === "'" ? cell.slice(1) : cell; }); });
  }

  function sha256(words) {
    var bytes = new TextEncoder().encode(words);
    var size = ((bytes.length + 8) >> 6) * 64 + 64;
    var block = new Uint8Array(size);
    block.set(bytes);
    block[bytes.length] = 128;
    var view = new DataView(block.buffer);
    view.setUint32(size - 8, Math.floor(bytes.length / 536870912));
    view.setUint32(size - 4, bytes.length << 3);
    var primes = [];
    for (var n = 2; primes.length < 64; n++) if (primes.every(function (p) { return n % p; })) primes.push(n);
    function part(root) { return Math.floor((root - Math.floor(root)) * 4294967296); }
    var h = primes.slice(0, 8).map(function (p) { return part(Math.sqrt(p)); });
    var k = primes.map(function (p) { return part(Math.cbrt(p)); });
    function turn(x, by) { return (x >>> by) | (x << (32 - by)); }
    var w = new Int32Array(64);
    for (var from = 0; from < size; from += 64) {
      for (var i = 0; i < 16; i++) w[i] = view.getInt32(from + i * 4);
      for (i = 16; i < 64; i++) {
        var x = w[i - 15];
        var y = w[i - 2];
        w[i] = w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
      }
      var s = h.slice();
      for (i = 0; i < 64; i++) {
        var one = s[7] + (turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25)) + ((s[4] & s[5]) ^ (~s[4] & s[6])) + k[i] + w[i];
        var two = (turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        s = [(one + two) | 0, s[0], s[1], s[2], (s[3] + one) | 0, s[4], s[5], s[6]];
      }
      h = h.map(function (value, place) { return (value + s[place]) | 0; });
    }
    return h.map(function (value) { return (value >>> 0).toString(16).padStart(8, '0'); }).join('');
  }
})();
`;
