package gatebook.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Where a person's register lies when nobody says: in the folder for local data, never a temporary or roaming one. */
final class HomeFolder {
    private final Map<String, String> environment;
    private final Properties system;

    HomeFolder(Map<String, String> environment, Properties system) {
        this.environment = environment;
        this.system = system;
    }

    /** The desk's folder. */
    Path desk() {
        String named = environment.getOrDefault("GATEBOOK_HOME", "");
        return named.isBlank() ? perUser("gatebook") : Path.of(named);
    }

    /** The folder of a cloud that runs its own database. */
    Path cloud() {
        return perUser("gatebook-cloud");
    }

    private Path perUser(String name) {
        Path user = Path.of(system.getProperty("user.home", "."));
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isBlank() ? user.resolve("AppData").resolve("Local") : Path.of(local)).resolve(name);
        }
        if (os.startsWith("mac")) {
            return user.resolve("Library").resolve("Application Support").resolve(name);
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isBlank() ? unixHome(user).resolve(".local").resolve("share") : Path.of(data)).resolve(name);
    }

    /** As every Unix program: what HOME says goes before what the list of accounts says, which is all that Java asks. */
    private Path unixHome(Path account) {
        Path said = Path.of(environment.getOrDefault("HOME", ""));
        return said.isAbsolute() ? said : account;
    }
}
