package academy.artisan.lms.elasticsearch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;

/**
 * Starts one node with the arguments {@code --home FOLDER --port PORT --host ADDRESS}, prints {@code READY} when it
 * answers HTTP, and stops it in order on SIGTERM or when standard input ends, so that it never outlives its parent.
 */
public final class ElasticsearchNode {

    private ElasticsearchNode() {}

    public static void main(String[] args) throws IOException, NodeValidationException {
        var options = NodeOptions.parse(args);
        System.setProperty("log4j.shutdownHookEnabled", "false");
        System.setProperty("log4j2.disable.jmx", "true");
        System.setProperty("io.netty.noUnsafe", "true");
        // Its loggers are made in static initialisers: before any other class of Elasticsearch
        LogConfigurator.configureESLogging();
        run(NodeAssembly.of(options));
    }

    private static void run(Node node) throws IOException, NodeValidationException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node), "stop"));
        node.start();
        System.out.println("READY");
        // All threads of a node are daemons: this one keeps the process alive
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private static void stop(Node node) {
        try {
            node.prepareForClose();
            node.close();
            node.awaitClose(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            System.err.println("Stopped with: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
