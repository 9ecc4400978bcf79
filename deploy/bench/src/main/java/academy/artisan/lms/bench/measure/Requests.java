package academy.artisan.lms.bench.measure;

import io.netty.buffer.ByteBuf;

/** What is asked next; called from one thread. */
public interface Requests {

    /** A whole request, as it goes over the wire. */
    String next();

    /** What came back for one of them. */
    default void answered(int status, ByteBuf body) {}
}
