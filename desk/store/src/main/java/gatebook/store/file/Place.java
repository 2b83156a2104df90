package gatebook.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether a register may live where it is (sqlite.org, How To Corrupt An SQLite Database File, sections 2 and 8). */
final class Place {
    private static final Set<String> NETWORK = Set.of(
            "nfs",
            "nfs3",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "afs",
            "afpfs",
            "ncpfs",
            "coda",
            "ceph",
            "fuse.ceph",
            "glusterfs",
            "fuse.glusterfs",
            "lustre",
            "fuse.sshfs",
            "sshfs",
            "davfs",
            "fuse.davfs2",
            "webdav",
            "vboxsf",
            "prl_fs",
            "fuse.rclone");
    private static final Set<String> WEAK =
            Set.of("vfat", "msdos", "fat", "fat12", "fat16", "fat32", "exfat", "fuse.exfat");

    private Place() {}

    /** The reason against it; empty if there is none. The folder must be there. */
    static Optional<Opening.Refused> objection(DeskHome home) throws IOException {
        String type = Files.getFileStore(home.folder()).type();
        Optional<Opening.Refused> byType = ofType(home.folder(), type);
        if (byType.isPresent()) {
            return byType;
        }
        for (Path file : new Path[] {home.register(), home.log(), home.logIndex()}) {
            if (Files.isSymbolicLink(file) || names(file) > 1) {
                return refused(
                        Opening.Reason.LINKED, file + " is a link or has a second name; put the file itself there");
            }
        }
        return Files.isWritable(home.folder()) && (!Files.exists(home.register()) || Files.isWritable(home.register()))
                ? Optional.empty()
                : refused(Opening.Reason.NOT_WRITABLE, home.folder() + " cannot be written to");
    }

    static Optional<Opening.Refused> ofType(Path folder, String type) {
        String name = type.toLowerCase(Locale.ROOT);
        if (NETWORK.contains(name) || folder.toString().startsWith("\\\\")) {
            return refused(
                    Opening.Reason.NETWORK_FILE_SYSTEM,
                    folder + " is on a network file system (" + type + "); choose a folder on a disk of this machine");
        }
        if (WEAK.contains(name)) {
            return refused(
                    Opening.Reason.WEAK_FILE_SYSTEM,
                    folder + " is on " + type + "; choose a folder on the machine's own disk");
        }
        return Optional.empty();
    }

    private static int names(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                || !file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return 1;
        }
        return (int) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<Opening.Refused> refused(Opening.Reason reason, String detail) {
        return Optional.of(new Opening.Refused(reason, detail));
    }
}
