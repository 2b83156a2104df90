package gatebook.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands by name, in the order of the help. Only those that a call can mean are built: each costs start-up time. */
final class Commands {
    private static final Map<String, Function<Program, Object>> ALL = all();

    private Commands() {}

    /** What the program can be asked for, in the order of the help. */
    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The command line for these words, ready to parse them. */
    static CommandLine line(Program program, GlobalOptions options, List<String> words) {
        CommandLine line = new CommandLine(options);
        boolean anyNamed = words.stream().anyMatch(ALL::containsKey);
        ALL.forEach((name, make) -> {
            if (!anyNamed || words.contains(name)) {
                line.addSubcommand(name, command(make.apply(program), program));
            }
        });
        return line;
    }

    private static CommandLine command(Object command, Program program) {
        CommandLine line = new CommandLine(command);
        switch (command) {
            case QueueCommand _ -> {
                line.addSubcommand(new QueueRetryCommand(program));
                line.addSubcommand(new QueueDiscardCommand(program));
            }
            case ServerCommand _ -> {
                line.addSubcommand(new CreateSiteCommand());
                line.addSubcommand(new EnrolmentCodeCommand());
                line.addSubcommand(new StrategiesCommand());
                line.addSubcommand(new SetStrategyCommand());
                line.addSubcommand(new SiteAuditCommand());
            }
            default -> {
                // stands alone
            }
        }
        return line;
    }

    private static Map<String, Function<Program, Object>> all() {
        Map<String, Function<Program, Object>> all = new LinkedHashMap<>();
        all.put("desk", DeskCommand::new);
        all.put("enter", EnterCommand::new);
        all.put("exit", ExitCommand::new);
        all.put("edit", EditCommand::new);
        all.put("delete", DeleteCommand::new);
        all.put("list", ListCommand::new);
        all.put("show", ShowCommand::new);
        all.put("history", HistoryCommand::new);
        all.put("stats", StatsCommand::new);
        all.put("quote", QuoteCommand::new);
        all.put("import", ImportCommand::new);
        all.put("export", ExportCommand::new);
        all.put("enrol", EnrolCommand::new);
        all.put("status", StatusCommand::new);
        all.put("sync", SyncCommand::new);
        all.put("queue", QueueCommand::new);
        all.put("conflicts", ConflictsCommand::new);
        all.put("resolve", ResolveCommand::new);
        all.put("runs", RunsCommand::new);
        all.put("undo", UndoCommand::new);
        all.put("audit", AuditCommand::new);
        all.put("backup", BackupCommand::new);
        all.put("restore", RestoreCommand::new);
        all.put("doctor", DoctorCommand::new);
        all.put("server", ServerCommand::new);
        all.put("demo", DemoCommand::new);
        return all;
    }
}
