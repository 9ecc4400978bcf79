package academy.artisan.lms.course;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;
import org.owasp.html.PolicyFactory;

/** The Markdown of articles as HTML that can do no harm, whatever HTML stands in it. */
public final class ArticleText {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());

    /** Deeper than this nobody writes; what is nested deeper stands there as text. */
    private static final int DEEPEST = 50;

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private static final Set<String> ADDRESSES = Set.of("a href", "img src");
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final Pattern SCHEME = Pattern.compile("^([^/?#:]*):");
    /** Browsers read over these inside of an address. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Z}]");

    private static final PolicyFactory POLICY = policy().toFactory();

    private ArticleText() {}

    /** Headings, emphasis, lists, tables, code, pictures, and links to the web, to mail or within the platform. */
    public static String toHtml(String markdown) {
        return POLICY.sanitize(render(markdown));
    }

    /**
     * What {@link #toHtml} has to leave out of this text because it could do harm, each once: an element such as
     * {@code script}, an attribute such as {@code img onerror}, an address such as {@code a href javascript:}; empty
     * when there is nothing.
     */
    public static List<String> unsafeParts(String markdown) {
        var removed = new Removed();
        policy().withPreprocessor(removed::watch).toFactory().sanitize(render(markdown), removed, removed);
        return List.copyOf(removed.parts);
    }

    /** What {@link #toHtml} shows, piece by piece as a browser would read it. */
    static void read(String markdown, HtmlStreamEventReceiver reader) {
        HtmlSanitizer.sanitize(render(markdown), POLICY.apply(reader));
    }

    private static String render(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    private static HtmlPolicyBuilder policy() {
        return new HtmlPolicyBuilder()
                .allowElements("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code")
                .allowElements(
                        "strong", "b", "em", "i", "u", "del", "s", "mark", "kbd", "sub", "sup", "ul", "ol", "li", "a",
                        "img")
                .allowElements("table", "thead", "tbody", "tr", "th", "td")
                .allowUrlProtocols(SCHEMES.toArray(String[]::new))
                .allowAttributes("href")
                .onElements("a")
                .allowAttributes("src")
                .onElements("img")
                .allowAttributes("alt")
                .onElements("img")
                .allowAttributes("title")
                .onElements("a", "img")
                .allowAttributes("start")
                .matching(Pattern.compile("\\d{1,9}"))
                .onElements("ol")
                .allowAttributes("align")
                .matching(false, "left", "center", "right")
                .onElements("th", "td")
                .allowAttributes("class")
                .matching(Pattern.compile("language-\\S+"))
                .onElements("code")
                .allowWithoutAttributes("a", "img")
                .requireRelsOnLinks("nofollow", "noopener", "noreferrer");
    }

    /** Notes what is left out. */
    private static final class Removed implements HtmlChangeListener<Removed> {

        private final Set<String> parts = new LinkedHashSet<>();

        /** The policy tells that an address was refused, but not which: so it is looked at on its way there. */
        @SuppressWarnings("try") // the wrapper could be closed; nobody does
        HtmlStreamEventReceiver watch(HtmlStreamEventReceiver policy) {
            return new HtmlStreamEventReceiverWrapper(policy) {
                @Override
                public void openTag(String element, List<String> attributes) {
                    for (var i = 0; i + 1 < attributes.size(); i += 2) {
                        look(element, attributes.get(i), attributes.get(i + 1));
                    }
                    super.openTag(element, attributes);
                }
            };
        }

        private void look(String element, String attribute, String value) {
            var scheme = SCHEME.matcher(UNSEEN.matcher(value).replaceAll("").toLowerCase(Locale.ROOT));
            if (ADDRESSES.contains(element + " " + attribute) && scheme.find() && !SCHEMES.contains(scheme.group(1))) {
                parts.add("%s %s %s".formatted(element, attribute, scheme.group()));
            }
        }

        @Override
        public void discardedTag(@Nullable Removed context, String element) {
            parts.add(element);
        }

        @Override
        public void discardedAttributes(@Nullable Removed context, String element, String... attributes) {
            for (var attribute : attributes) {
                var part = element + " " + attribute;
                if (parts.stream().noneMatch(known -> known.startsWith(part + " "))) {
                    parts.add(part);
                }
            }
        }
    }
}
