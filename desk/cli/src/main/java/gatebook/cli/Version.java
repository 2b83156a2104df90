package gatebook.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Which program this is, as its jar says. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = number();
        return new String[] {"gatebook " + (version == null ? "(from a checkout)" : version)};
    }

    /** Null from a checkout, where it has none. */
    static @Nullable String number() {
        return Version.class.getPackage().getImplementationVersion();
    }
}
