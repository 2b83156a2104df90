package gatebook.api.configuration;

import gatebook.api.body.WholeBody;
import gatebook.api.problem.ProblemPages;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.DefaultLifecycleProcessor;

/** Tomcat as it is needed here: a virtual thread a request, bounded in every direction, without pages of its own. */
@Configuration(proxyBeanMethods = false)
final class TomcatConfiguration {
    private static final int CONNECTIONS_MAX = 20_000;
    private static final int HEADER_BYTES_MAX = 16 * 1024;
    private static final int HEADERS_MAX = 100;

    /** Between two reads, and for the first byte of a request. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(20);

    /** A refused body is read to its end up to here, so that its sender gets to read the refusal. */
    private static final int SWALLOWED_BYTES_MAX = 64 * 1024 * 1024;

    /** What requests under way get at a stop. */
    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    @Bean
    TomcatServletWebServerFactory webServerFactory(Listening listening) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(listening.port());
        factory.setAddress(listening.address());
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.setRegisterDefaultServlet(false);
        factory.addEngineValves(new ProblemPages());
        factory.addContextCustomizers(context -> {
            ((StandardHost) context.getParent()).setErrorReportValveClass(null);
            context.setMapperContextRootRedirectEnabled(false);
        });
        factory.addConnectorCustomizers(TomcatConfiguration::bound);
        return factory;
    }

    @Bean
    DefaultLifecycleProcessor lifecycleProcessor() {
        DefaultLifecycleProcessor processor = new DefaultLifecycleProcessor();
        processor.setTimeoutPerShutdownPhase(STOP_MAX.toMillis());
        return processor;
    }

    private static void bound(Connector connector) {
        connector.setXpoweredBy(false);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setExecutor(new VirtualThreadExecutor("request-"));
            http.setMaxConnections(CONNECTIONS_MAX);
            http.setMaxHttpRequestHeaderSize(HEADER_BYTES_MAX);
            http.setMaxHeaderCount(HEADERS_MAX);
            http.setMaxSwallowSize(SWALLOWED_BYTES_MAX);
            http.setConnectionTimeout((int) SILENCE_MAX.toMillis());
            http.setCompression("on");
            http.setCompressionMinSize(WholeBody.PACKED_FROM_BYTES);
            http.setCompressibleMimeType("application/json,application/x-ndjson,application/problem+json,text/plain");
        }
    }
}
