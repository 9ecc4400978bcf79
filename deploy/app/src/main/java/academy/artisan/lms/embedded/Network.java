package academy.artisan.lms.embedded;

import org.springframework.core.env.Environment;

/** Who can reach what is open to users: this machine alone, or the network under the public host name. */
record Network(String bindAddress, String hostName) {

    static Network of(Environment environment) {
        var publicHost = environment.getProperty("lms.public-host", "");
        return publicHost.isBlank() ? new Network("127.0.0.1", "127.0.0.1") : new Network("0.0.0.0", publicHost);
    }

    String url(int port) {
        return "http://%s:%d".formatted(hostName.contains(":") ? "[%s]".formatted(hostName) : hostName, port);
    }
}
