package gatebook.api;

import gatebook.api.configuration.Listening;
import gatebook.api.configuration.WebConfiguration;
import gatebook.api.events.EventPace;
import gatebook.api.http.Bodies;
import gatebook.api.identity.Guesses;
import gatebook.api.identity.TokenBuckets;
import gatebook.ledger.Ledger;
import gatebook.ledger.site.IdSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/** Starts the cloud: the ledger, its PostgreSQL if it runs its own, and the web server over both. */
public final class CloudServer {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(CloudServer.class);

    /** Held, since a logger that nobody holds may forget its level. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private CloudServer() {}

    /**
     * Starts a server; returns once it takes requests.
     *
     * @throws ServerNotStarted saying why, with everything closed again that had been opened
     */
    public static RunningServer start(ServerOptions options) {
        TOMCAT_LOG.setLevel(Level.WARNING);
        // Database and web server come up side by side: the pieces that need the ledger wait for it.
        CompletableFuture<OpenLedger> opening = CompletableFuture.supplyAsync(
                () -> OpenLedger.of(options.database()),
                command -> Thread.ofPlatform().name("ledger-opening").start(command));
        AnnotationConfigServletWebServerApplicationContext web =
                new AnnotationConfigServletWebServerApplicationContext();
        try {
            register(web, options, opening);
            web.refresh();
            RunningServer running = new RunningServer(web, opening.join(), portOf(web));
            LOG.info("listening on {} port {}", options.host(), running.port());
            return running;
        } catch (RuntimeException failed) {
            web.close();
            closeWhatOpened(opening);
            throw new ServerNotStarted(reason(options, opening, failed), failed);
        }
    }

    private static void register(
            AnnotationConfigServletWebServerApplicationContext web,
            ServerOptions options,
            CompletableFuture<OpenLedger> opening) {
        LongSupplier nanoTime = System::nanoTime;
        TokenBuckets guesses = new TokenBuckets(options.limits().guesses(), nanoTime);
        Listening listening = new Listening(options.port(), address(options));
        web.registerBean(Listening.class, () -> listening);
        web.registerBean(Ledger.class, () -> opening.join().ledger(), definition -> {
            definition.setDestroyMethodName(""); // closed last, by the running server
        });
        web.registerBean(Clock.class, Clock::systemUTC);
        web.registerBean(LongSupplier.class, () -> nanoTime);
        web.registerBean(Bodies.class);
        web.registerBean(IdSource.class, () -> OpenLedger.IDS);
        web.registerBean(Guesses.class, () -> new Guesses(guesses));
        web.registerBean(EventPace.class, () -> options.limits().events());
        web.registerBean(
                TokenBuckets.class, () -> new TokenBuckets(options.limits().desk(), nanoTime));
        web.register(WebConfiguration.class);
    }

    private static @Nullable InetAddress address(ServerOptions options) {
        try {
            return options.host().equals(ServerOptions.ALL_ADDRESSES) ? null : InetAddress.getByName(options.host());
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("this machine has no address " + options.host(), unknown);
        }
    }

    private static int portOf(AnnotationConfigServletWebServerApplicationContext web) {
        return Objects.requireNonNull(web.getWebServer(), "a refreshed context has its server")
                .getPort();
    }

    private static void closeWhatOpened(CompletableFuture<OpenLedger> opening) {
        try {
            opening.join().close();
        } catch (CompletionException neverOpened) {
            // told as the reason
        }
    }

    private static String reason(
            ServerOptions options, CompletableFuture<OpenLedger> opening, RuntimeException failed) {
        if (opening.isCompletedExceptionally()) {
            return "the database cannot be opened: " + opening.exceptionNow().getMessage();
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return "port " + options.port() + " is taken by another program; choose another";
            }
        }
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "the server cannot start: " + root.getMessage();
    }
}
