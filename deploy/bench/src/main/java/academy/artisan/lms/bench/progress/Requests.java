package academy.artisan.lms.bench.progress;

import io.netty.buffer.ByteBuf;

/** What is asked next; called from one thread. */
interface Requests {

    /** A whole request, as it goes over the wire. */
    String next();

    /** What came back for one of them. */
    default void answered(int status, ByteBuf body) {}
}
