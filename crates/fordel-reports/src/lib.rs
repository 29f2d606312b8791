//! From a plan to a report, rendered as HTML and PDF; charts as SVG
