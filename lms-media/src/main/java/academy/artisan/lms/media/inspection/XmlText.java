package academy.artisan.lms.media.inspection;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of an Office part: what stands in its {@code t} elements. A document type, which could hold a bomb, ends it.
 */
final class XmlText {

    private static final XMLInputFactory READERS = XMLInputFactory.newDefaultFactory();

    static {
        READERS.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        READERS.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        READERS.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // Without a document type there are only the likes of &amp;, of which a long text may have any number
        READERS.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        READERS.setProperty("jdk.xml.totalEntitySizeLimit", 0);
    }

    private XmlText() {}

    static int characters(InputStream content) throws IOException, UnfitFile {
        try {
            var reader = READERS.createXMLStreamReader(content);
            try {
                return count(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private static int count(XMLStreamReader reader) throws XMLStreamException, UnfitFile {
        var count = 0L;
        var inText = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE -> throw new UnfitFile(Refusal.UNSAFE_XML);
                case XMLStreamReader.START_ELEMENT ->
                    inText = reader.getLocalName().equals("t");
                case XMLStreamReader.END_ELEMENT -> inText = false;
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> count += inText ? visible(reader) : 0;
                default -> {}
            }
        }
        return (int) Math.min(Reading.MOST_CHARACTERS, count);
    }

    private static int visible(XMLStreamReader reader) {
        var count = 0;
        var end = reader.getTextStart() + reader.getTextLength();
        for (var i = reader.getTextStart(); i < end; i++) {
            if (!Character.isWhitespace(reader.getTextCharacters()[i])) {
                count++;
            }
        }
        return count;
    }
}
