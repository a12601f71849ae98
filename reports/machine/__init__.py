"""Files for machines: saws (PTX), routers (DXF), edge banders (CSV). See docs/machine_files.md for what is proven."""
