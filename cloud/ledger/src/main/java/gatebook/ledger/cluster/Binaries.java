package gatebook.ledger.cluster;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once for each account and version. */
final class Binaries {
    private static final int OWNER_EXECUTE = 0100;

    private Binaries() {}

    /**
     * The folder that holds {@code bin}; unpacked on first use.
     *
     * @param beside where to unpack for an account that has no home to write in, as services have none
     */
    static Path home(Path beside) {
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine())) {
            byte[] packed = archive.readAllBytes();
            Path cache = cache(Path.of(System.getProperty("user.home")), beside);
            Path home = cache.resolve("postgresql-" + digest(packed));
            Files.createDirectories(cache);
            try (FileChannel turn = FileChannel.open(
                            cache.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = turn.lock()) {
                if (held.isValid() && !Files.isDirectory(home)) {
                    Path half = Files.createTempDirectory(cache, "unpacking");
                    unpack(packed, half);
                    Files.move(half, home);
                }
            }
            return home;
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL could not be unpacked: " + e.getMessage(), e);
        }
    }

    /** The account's own cache if it can be written to or made, else the other folder. */
    static Path cache(Path user, Path beside) {
        Path cache = user.resolve(".cache").resolve("gatebook").toAbsolutePath();
        Path there = cache;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return Files.isDirectory(there) && Files.isWritable(there) ? cache : beside;
    }

    private static void unpack(byte[] packed, Path into) throws IOException {
        try (TarArchiveInputStream files = new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(new ByteArrayInputStream(packed))))) {
            for (TarArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("an archive that reaches out of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(files, target);
                    if ((entry.getMode() & OWNER_EXECUTE) != 0) {
                        executable(target);
                    }
                }
            }
        }
    }

    private static void executable(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            rights.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(file, rights);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return "Windows";
        }
        return name.contains("mac") ? "Darwin" : "Linux";
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    }

    private static String digest(byte[] packed) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(packed);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
