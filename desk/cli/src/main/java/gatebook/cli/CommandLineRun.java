package gatebook.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** One call from its words to its exit code: reads them, runs the command, says how it ended. */
final class CommandLineRun {
    private static final int USAGE = 2;

    private final Surroundings around;

    CommandLineRun(Surroundings around) {
        this.around = around;
    }

    /** Runs a command; its exit code. What comes out as an exception is a bug. */
    int run(String... words) {
        GlobalOptions options = new GlobalOptions();
        Program program = new Program(around, options);
        try {
            return parsed(Commands.line(program, options, List.of(words)), program, options, words);
        } catch (ParameterException wrong) {
            around.err().println("gatebook: " + words(wrong));
            around.err().println("Try: gatebook " + name(wrong.getCommandLine()) + "--help");
            return USAGE;
        } finally {
            around.out().flush();
            around.err().flush();
        }
    }

    private int parsed(CommandLine line, Program program, GlobalOptions options, String... words) {
        line.setTrimQuotes(false);
        line.setInterpolateVariables(false);
        line.setExpandAtFiles(false);
        line.setOut(new PrintWriter(around.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(around.err(), true, StandardCharsets.UTF_8));
        ParseResult result = line.parseArgs(words);
        if (options.json && result.isVersionHelpRequested()) {
            program.voice()
                    .document(out ->
                            out.object(() -> out.field("program", "gatebook").field("version", Version.number())));
            return 0;
        }
        if (CommandLine.executeHelpRequest(result) != null) {
            return 0;
        }
        List<CommandLine> called = result.asCommandLineList();
        CommandLine last = called.getLast();
        if (options.home != null && options.home.toString().isBlank()) {
            return told(new Ending.WrongUsage("--home names a folder; it was left empty"), last);
        }
        if (last.getCommand() instanceof Command command) {
            LogFile.place(command.logFolder().orElseGet(() -> program.home().folder()));
            return told(command.run(), last);
        }
        around.err().println("gatebook: which command? " + Arrays.toString(words));
        last.usage(around.err());
        return USAGE;
    }

    private int told(Ending ending, CommandLine command) {
        switch (ending) {
            case Ending.Done() -> {
                // The answer says it.
            }
            case Ending.NeedsPerson(String what) -> around.err().println(what);
            case Ending.Failed(String what) -> around.err().println("gatebook: " + what);
            case Ending.WrongUsage(String detail) -> {
                around.err().println("gatebook: " + detail);
                around.err().println("Try: gatebook " + name(command) + "--help");
            }
            case Ending.Refused(var refusal, String detail) ->
                around.err().println(refusal.code() + " " + detail + ". " + Advice.on(refusal));
        }
        return ending.exitCode();
    }

    /** The parser's words, where they are about the inside of a program in ours. */
    private static String words(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unmatched
            when !unmatched.isUnknownOption() && unmatched.getUnmatched().size() == 1 ->
                "there is no " + (unmatched.getCommandLine().getSubcommands().isEmpty() ? "place for" : "command")
                        + " '" + unmatched.getUnmatched().getFirst() + "' here";
            default ->
                String.valueOf(wrong.getMessage()).replaceFirst("is not an? (int|long)$", "is not a whole number");
        };
    }

    private static String name(CommandLine command) {
        String qualified = command.getCommandSpec().qualifiedName();
        return qualified.equals("gatebook") ? "" : qualified.substring("gatebook ".length()) + " ";
    }
}
