"""What a release says: one dimension a module, each from the document to its mentions."""
