create index role_grant_by_scope on identity.role_grant (scope);
