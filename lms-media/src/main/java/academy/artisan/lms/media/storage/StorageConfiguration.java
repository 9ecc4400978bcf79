package academy.artisan.lms.media.storage;

import java.time.Duration;

import io.minio.MinioAsyncClient;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({S3Properties.class, BucketRuleProperties.class, UnfinishedUploadProperties.class})
class StorageConfiguration {

    /** Completing an upload of many gigabytes lets some stores copy for minutes before they answer. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);

    @Bean(destroyMethod = "close")
    MinioAsyncClient minio(S3Properties store) {
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
        var http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(LONGEST_ANSWER)
                .writeTimeout(Duration.ofMinutes(1))
                .build();
        return MinioAsyncClient.builder()
                .endpoint(store.endpoint().toString())
                .credentials(store.accessKey(), store.secretKey())
                .region(store.region())
                .httpClient(http, true)
                .build();
    }
}
