package academy.artisan.lms.embedded;

import java.util.Map;

/**
 * Asks the system for large pages of memory. Under a hypervisor, finding a page costs several times what reading from
 * it does, and large ones are few enough to be found at once (decision record 21). A system that has none ignores it.
 */
final class LargePages {

    /** For a Java machine. */
    static final String OF_JAVA = "-XX:+UseTransparentHugePages";

    /** For a program that allocates by the C library of Linux or by the jemalloc of Redis. */
    static final Map<String, String> OF_OTHERS =
            Map.of("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1", "JE_MALLOC_CONF", "thp:always");

    private LargePages() {}
}
