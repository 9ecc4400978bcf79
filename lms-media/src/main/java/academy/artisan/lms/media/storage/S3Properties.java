package academy.artisan.lms.media.storage;

import java.net.URI;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the object store is and how to sign for it.
 *
 * @param publicEndpoint the address that signed URLs carry; the endpoint itself when there is no other
 * @param cdnBase what addresses to read from carry instead: a network that hands path and query on to the public
 *     endpoint, under the name of that
 */
@Validated
@ConfigurationProperties("lms.s3")
record S3Properties(
        @NotNull URI endpoint,
        @Nullable URI publicEndpoint,
        @Nullable URI cdnBase,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("lms-media") String bucket) {

    URI addressForBrowsers() {
        return given(publicEndpoint).orElse(endpoint);
    }

    URI addressForReaders() {
        return given(cdnBase).orElseGet(this::addressForBrowsers);
    }

    private static Optional<URI> given(@Nullable URI address) {
        return Optional.ofNullable(address).filter(uri -> !uri.toString().isEmpty());
    }

    @Override
    public String toString() {
        return "bucket %s at %s".formatted(bucket, endpoint);
    }
}
