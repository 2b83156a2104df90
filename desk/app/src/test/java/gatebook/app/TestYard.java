package gatebook.app;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.api.CloudServer;
import gatebook.api.RunningServer;
import gatebook.api.ServerOptions;
import gatebook.api.SiteAdministration;
import gatebook.rules.yard.Yard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A site of a real cloud of its own, and the desks that join it. The cloud lives as long as the JVM. */
final class TestYard {
    private static final Cloud CLOUD = Cloud.start();

    private final Path folder;
    private final SiteAdministration.Site yard;

    private TestYard(Path folder) {
        Yard usual = Yard.first();
        this.folder = folder;
        this.yard = CLOUD.office().setUp("Test Yard", usual.zone(), usual.currency());
    }

    private record Cloud(RunningServer server, SiteAdministration office) {
        static Cloud start() {
            try {
                Path data = Files.createTempDirectory("gatebook-app-test-");
                ServerOptions.Database own = new ServerOptions.Database.Own(data);
                RunningServer server =
                        CloudServer.start(ServerOptions.of(0, own).withHost("127.0.0.1"));
                SiteAdministration office = SiteAdministration.open(own);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    office.close();
                    server.close();
                }));
                return new Cloud(server, office);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static int cloudPort() {
        return CLOUD.server().port();
    }

    static TestYard in(Path folder) {
        return new TestYard(folder);
    }

    /** A desk that has joined the site; its folder bears its name. */
    TestDesk join(String name) {
        return join(name, CLOUD.server().baseUrl());
    }

    /** The same, reaching the cloud at this address. */
    TestDesk join(String name, URI address) {
        TestDesk desk = TestDesk.in(folder.resolve(name), UuidCreator::getTimeOrderedEpoch);
        desk.join(address, CLOUD.office().joiningCode(yard).orElseThrow().text());
        return desk;
    }
}
