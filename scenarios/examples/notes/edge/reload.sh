#!/bin/sh
# Reloads the nginx that works in folder $1, and returns when no worker of before is left: until then some would still send to the other side.
set -eu
master=$(cat "$1/nginx.pid")
before=$(cat "/proc/$master/task/$master/children")
/usr/sbin/nginx -c "$1/nginx.conf" -s reload
for worker in $before; do
    while [ -d "/proc/$worker" ]; do sleep 0.02; done
done
