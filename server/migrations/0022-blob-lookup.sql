-- The sweep asks of names of files whether any row still bears them.
create index scan_blob on scan (blob);
create index signature_scan_blob on signature (scan_blob);
create index signature_cut_out_blob on signature (cut_out_blob);
