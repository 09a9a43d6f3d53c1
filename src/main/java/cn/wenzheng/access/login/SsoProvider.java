package cn.wenzheng.access.login;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/**
 * The provider of the city's single sign-on: what it says about itself, and how its word is checked.
 *
 * <p>It is asked when the first person wants to come in by it, so that the product starts and lives without it.
 */
@Component
class SsoProvider implements ClientRegistrationRepository, JwtDecoderFactory<ClientRegistration> {

    /** The provider's name in our addresses: {@code /login/oauth2/code/city}. */
    static final String NAME = "city";

    /** A provider that does not answer must not hold our threads. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SsoSettings settings;
    private final Map<ClientRegistration, JwtDecoder> decoders = new ConcurrentHashMap<>();
    private volatile @Nullable ClientRegistration found;

    SsoProvider(SsoSettings settings) {
        this.settings = settings;
    }

    /** For every call to the provider. */
    static ClientHttpRequestFactory calls() {
        SimpleClientHttpRequestFactory calls = new SimpleClientHttpRequestFactory();
        calls.setConnectTimeout(PATIENCE);
        calls.setReadTimeout(PATIENCE);
        return calls;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        if (!settings.isOn() || !name.equals(NAME)) {
            return null;
        }
        ClientRegistration known = found;
        if (known == null) {
            known = ask();
            found = known;
        }
        return known;
    }

    private ClientRegistration ask() {
        try {
            return ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(settings.issuer()))
                    .registrationId(NAME)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope(settings.scopes())
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .build();
        } catch (IllegalArgumentException | IllegalStateException away) {
            throw SsoRefusal.AWAY.because(away);
        }
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration provider) {
        return decoders.computeIfAbsent(provider, SsoProvider::decoder);
    }

    /** As Spring Security would make it, with our patience. */
    private static JwtDecoder decoder(ClientRegistration provider) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        provider.getProviderDetails().getJwkSetUri())
                .restOperations(new RestTemplate(calls()))
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(provider)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }
}
