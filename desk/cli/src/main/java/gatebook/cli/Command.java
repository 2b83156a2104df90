package gatebook.cli;

/** One thing that the program can be asked for; its options are fields that the command line fills in. */
interface Command {
    Ending run();
}
