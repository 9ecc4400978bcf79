package academy.artisan.lms.embedded;

import java.net.Inet4Address;
import java.net.InetSocketAddress;

/** The address that nobody outside this machine reaches. */
class Loopback {

    static final String ADDRESS = "127.0.0.1";

    private Loopback() {}

    static InetSocketAddress at(int port) {
        return new InetSocketAddress(Inet4Address.ofLiteral(ADDRESS), port);
    }
}
