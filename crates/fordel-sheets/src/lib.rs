//! Excel workbooks to the ward and back; every complaint names sheet, cell and cure
