package academy.artisan.lms.demo;

import java.io.IOException;

import academy.artisan.lms.demo.DemoCourse.Article;
import academy.artisan.lms.demo.DemoCourse.Video;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoCourseTextTests {

    @Test
    void sectionsAndLessonsAreReadInOrder() {
        var course = DemoCourseText.parse("x.md", """
                field: 绿色能源
                author: author1
                reviewer: reviewer1
                level: BASIC
                tags: 光伏, 运维

                # 题目

                摘要

                ## 第一章

                ### 片子
                video: 20

                ### 文章
                正文

                #### 小标题
                更多
                """);
        assertThat(course.title()).isEqualTo("题目");
        assertThat(course.summary()).isEqualTo("摘要");
        assertThat(course.tags()).containsExactly("光伏", "运维");
        assertThat(course.sections()).singleElement().satisfies(section -> {
            assertThat(section.title()).isEqualTo("第一章");
            assertThat(section.lessons()).containsExactly(new Video("片子", 20), new Article("文章", "正文\n\n#### 小标题\n更多"));
        });
    }

    @Test
    void demonstrationHasSixCoursesWithRealTexts() throws IOException {
        assertThat(DemoCourses.all())
                .hasSize(6)
                .allSatisfy(course -> assertThat(course.sections().stream()
                                .flatMap(section -> section.lessons().stream())
                                .filter(Article.class::isInstance)
                                .map(Article.class::cast))
                        .allSatisfy(article -> assertThat(article.text()).hasSizeBetween(450, 1200)));
    }
}
