package academy.artisan.lms.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What the kernel says about who listens where. */
class ListeningSockets {

    private static final String LISTEN = "0A";
    private static final String LOOPBACK_V4 = "0100007F";
    private static final String LOOPBACK_V4_IN_V6 = "0000000000000000FFFF00000100007F";

    private ListeningSockets() {}

    /** The addresses on which that port is open: 127.0.0.1, or the kernel's own way to write any other. */
    static List<String> addressesOf(int port) throws IOException {
        var addresses = new ArrayList<String>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (var line : Files.readAllLines(Path.of(table))) {
                var columns = line.strip().split("\\s+", -1);
                if (columns[3].equals(LISTEN) && portOf(columns[1]) == port) {
                    addresses.add(name(columns[1].replaceFirst(":.*", "")));
                }
            }
        }
        return addresses;
    }

    private static int portOf(String address) {
        return HexFormat.fromHexDigits(address.replaceFirst(".*:", ""));
    }

    private static String name(String address) {
        return address.equals(LOOPBACK_V4) || address.equals(LOOPBACK_V4_IN_V6) ? Loopback.ADDRESS : address;
    }
}
