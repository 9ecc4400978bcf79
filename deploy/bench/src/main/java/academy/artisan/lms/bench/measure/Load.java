package academy.artisan.lms.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.util.AttributeKey;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Sends requests over a number of connections from one thread, as cheaply as can be: the server needs the machine. */
public final class Load implements AutoCloseable {

    private static final int LARGEST_ANSWER = 1024 * 1024;
    private static final AttributeKey<Round> ROUND = AttributeKey.valueOf(Load.class, "round");

    private final MultiThreadIoEventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Channel> channels = new ArrayList<>();

    public Load(int port, int connections) throws InterruptedException {
        var bootstrap = new Bootstrap()
                .group(thread)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpResponseDecoder(),
                                        new HttpObjectAggregator(LARGEST_ANSWER),
                                        new Answers());
                    }
                });
        for (var i = 0; i < connections; i++) {
            channels.add(bootstrap.connect("127.0.0.1", port).sync().channel());
        }
    }

    /** As many as are answered when each connection asks again at once. */
    public Figures closed(Requests requests, Duration length) {
        return run(new Round(requests, 0, length));
    }

    /** So many a second, however long each takes: one that waits for those before it takes the longer. */
    public Figures steady(Requests requests, int perSecond, Duration length) {
        return run(new Round(requests, perSecond, length));
    }

    private Figures run(Round round) {
        var result = new CompletableFuture<Figures>();
        thread.next().execute(() -> {
            channels.forEach(channel -> channel.attr(ROUND).set(round));
            round.begin(channels, result);
        });
        var ticks = thread.next().scheduleAtFixedRate(round::tick, 1, 1, TimeUnit.MILLISECONDS);
        try {
            return result.join();
        } finally {
            ticks.cancel(false);
        }
    }

    static void send(Channel channel, String request) {
        var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(request.getBytes(UTF_8)), channel.voidPromise());
    }

    private static final class Answers extends SimpleChannelInboundHandler<FullHttpResponse> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse answer) {
            context.channel()
                    .attr(ROUND)
                    .get()
                    .answered(context.channel(), answer.status().code(), answer.content());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            var round = context.channel().attr(ROUND).get();
            if (round != null) {
                round.fail(new IllegalStateException("The platform closed a connection"));
            }
        }
    }

    @Override
    public void close() {
        channels.forEach(channel -> channel.attr(ROUND).set(null));
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
