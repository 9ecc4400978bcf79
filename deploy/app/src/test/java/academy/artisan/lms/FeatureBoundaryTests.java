package academy.artisan.lms;

import java.util.stream.BaseStream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class FeatureBoundaryTests {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("academy.artisan.lms");

    @Test
    void everyFeatureUsesOnlyTheFacesThatItNames() {
        var modules = ApplicationModules.of(LmsApplication.class);
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("identity", "organization", "course", "authoring", "enrolment", "progress", "completion")
                .contains("compliance", "media", "search");
        modules.verify();
    }

    @Test
    void featuresFormNoCycle() {
        slices().matching("academy.artisan.lms.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void theCoreKnowsNeitherObjectStoreNorSearchEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..media..", "..search..", "..embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.minio..", "co.elastic..", "okhttp3..")
                .check(classes);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(classes);
    }

    /** Outside of a transaction it would keep its connection for ever. */
    @Test
    void whoReadsRowsOneByOneClosesTheirStream() {
        var left = classes.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(FeatureBoundaryTests::opensRows)
                .filter(call -> call.getOrigin().getMethodCallsFromSelf().stream()
                        .noneMatch(FeatureBoundaryTests::closesStream));
        assertThat(left).isEmpty();
    }

    private static boolean opensRows(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(JdbcClient.MappedQuerySpec.class)
                && call.getName().equals("stream");
    }

    private static boolean closesStream(JavaMethodCall call) {
        return call.getTargetOwner().isAssignableTo(BaseStream.class)
                && call.getName().equals("close");
    }
}
