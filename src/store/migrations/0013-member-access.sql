-- purpose: the access of a member can be taken away and given back; breaking: no

-- Whoever has no access is still a member: what he did and his role stay, and he is found by nobody who lets people in.
alter table membership add column disabled_at timestamptz;
