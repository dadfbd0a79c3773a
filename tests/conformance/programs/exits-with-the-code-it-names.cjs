// It exits with the code it names. Differs: nothing.
process.exit(5);
