package gatebook.api.configuration;

import gatebook.api.events.EventsEndpoints;
import gatebook.api.health.HealthEndpoints;
import gatebook.api.identity.IdentityEndpoints;
import gatebook.api.identity.TokenBuckets;
import gatebook.api.identity.TokenFilter;
import gatebook.api.parking.ParkingEndpoints;
import gatebook.api.problem.Faults;
import gatebook.api.problem.LastResort;
import gatebook.api.problem.ProblemResolver;
import gatebook.api.sync.SyncEndpoints;
import gatebook.ledger.Ledger;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The way of a request through filters and Spring MVC to its handler. Everything is named; nothing is scanned for. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@Import({
    TomcatConfiguration.class,
    MetricsConfiguration.class,
    IdentityEndpoints.class,
    SyncEndpoints.class,
    EventsEndpoints.class,
    ParkingEndpoints.class,
    HealthEndpoints.class
})
public final class WebConfiguration implements WebMvcConfigurer {
    private final Faults faults = new Faults();

    /** Spring's own resolvers would write error pages. */
    @Override
    public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(new ProblemResolver(faults));
    }

    /** Bodies are read and written by {@code gatebook.wire}; Spring needs no converter for them. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.disableDefaults().addCustomConverter(new StringHttpMessageConverter());
    }

    @Bean
    DispatcherServlet dispatcherServlet(WebApplicationContext context) {
        return new Dispatcher(context);
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcher(DispatcherServlet servlet) {
        ServletRegistrationBean<DispatcherServlet> registration = new ServletRegistrationBean<>(servlet, "/");
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<LastResort> lastResort() {
        return ordered(new LastResort(faults), 1);
    }

    @Bean
    FilterRegistrationBean<ServerHttpObservationFilter> observation(ObservationRegistry observations) {
        return ordered(new ServerHttpObservationFilter(observations), 2);
    }

    @Bean
    FilterRegistrationBean<TokenFilter> tokens(ObjectProvider<Ledger> ledger, TokenBuckets deskRates) {
        return ordered(new TokenFilter(SingletonSupplier.of(ledger::getObject), deskRates), 3);
    }

    private static <F extends Filter> FilterRegistrationBean<F> ordered(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
