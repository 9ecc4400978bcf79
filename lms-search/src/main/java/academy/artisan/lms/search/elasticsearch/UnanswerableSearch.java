package academy.artisan.lms.search.elasticsearch;

import academy.artisan.lms.support.Problem;

/** Elasticsearch refuses what would be asked of it, because it is too much or makes no sense. */
class UnanswerableSearch extends Problem {

    UnanswerableSearch(String kindOfRefusal) {
        super(Kind.INVALID, "Elasticsearch refuses to answer: " + kindOfRefusal);
    }
}
