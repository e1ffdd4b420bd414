-- A supplier often sends the same bill twice in one mail: data for the machine and a PDF for people. It is one invoice.

-- What came beside the invoice's file and shows the same bill to the eye.
alter table invoice
  add column picture_file_id uuid,
  -- SHA-256 of its bytes as they were sent: the same picture on its own, later, is the same bill.
  add column picture_sha256 bytea check (length(picture_sha256) = 32),
  add check ((picture_file_id is null) = (picture_sha256 is null)),
  add foreign key (tenant_id, picture_file_id) references file (tenant_id, id);
create index invoice_picture_file on invoice (tenant_id, picture_file_id);
create index invoice_picture_content on invoice (tenant_id, picture_sha256);

-- A supplier who leaves the company number out is known by the name: for "where did their money go last time?". A column,
-- not an expression: under row-level security an index over lower() is not used.
alter table invoice add column supplier_name_key text generated always as (lower(supplier_name)) stored;
create index invoice_supplier_name on invoice (tenant_id, supplier_name_key);
