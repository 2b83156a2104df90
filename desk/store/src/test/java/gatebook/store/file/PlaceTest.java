package gatebook.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(textBlock = """
            /srv/gate, ext4, fit
            /srv/gate, btrfs, fit
            /srv/gate, xfs, fit
            /srv/gate, tmpfs, fit
            /srv/gate, apfs, fit
            C:\\gate, NTFS, fit
            /srv/gate, nfs4, NETWORK_FILE_SYSTEM
            /srv/gate, cifs, NETWORK_FILE_SYSTEM
            /srv/gate, fuse.sshfs, NETWORK_FILE_SYSTEM
            \\\\office\\gate, NTFS, NETWORK_FILE_SYSTEM
            /media/stick, vfat, WEAK_FILE_SYSTEM
            E:\\, exFAT, WEAK_FILE_SYSTEM
            E:\\, FAT32, WEAK_FILE_SYSTEM
            """)
    void saysWhetherARegisterMayLiveThere(String folder, String type, String verdict) {
        String found = Place.ofType(Path.of(folder), type)
                .map(refused -> refused.reason().name())
                .orElse("fit");
        assertThat(found).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "SQLite {0}: {1}")
    @CsvSource({"3.51.2, refused", "3.46.0, refused", "3.51.3, taken", "3.54.1, taken", "4.0.0, taken"})
    void refusesAnSqliteThatCanDamageItsLog(String version, String verdict) {
        assertThat(SqliteVersion.ofVersion(version).isPresent()).isEqualTo(verdict.equals("refused"));
    }
}
