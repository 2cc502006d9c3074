"""Rich Text Format (.rtf, often named .doc), as the Rich Text Format Specification 1.9.1 describes it."""
