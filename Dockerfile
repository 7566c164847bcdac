# Candor in a container. Needs DATABASE_URL (compose.yaml brings a PostgreSQL); without it the embedded database runs in /data.
FROM node:20.19.4-bookworm-slim AS build
WORKDIR /candor
COPY package.json package-lock.json ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:20.19.4-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4700 CANDOR_HOME=/data
WORKDIR /candor
COPY --from=build --chown=root:root /candor/package.json ./
COPY --from=build --chown=root:root /candor/node_modules ./node_modules
COPY --from=build --chown=root:root /candor/dist ./dist
COPY --from=build --chown=root:root /candor/samples ./samples
COPY --from=build --chown=root:root /candor/docs ./docs
COPY --from=build --chown=root:root /candor/scripts/container.mjs ./scripts/container.mjs
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4700
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Signals reach Node itself, so that it stops in order.
ENTRYPOINT ["node", "scripts/container.mjs"]
CMD ["serve"]
