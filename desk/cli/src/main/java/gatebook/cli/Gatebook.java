package gatebook.cli;

/** The program's entry: reads the command line and runs one command. */
public final class Gatebook {

    private Gatebook() {}

    /** Prints how the program is called, until there are commands to run. */
    public static void main(String[] arguments) {
        System.out.println("usage: gatebook COMMAND");
    }
}
