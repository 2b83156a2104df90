package gatebook.cli;

import picocli.CommandLine;

/** Which program this is, as its jar says. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"gatebook " + (version == null ? "(from a checkout)" : version)};
    }
}
