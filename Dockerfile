# The bot as a container: Node 24, no development packages, no root. See docs/operations.md.
# Node is the version that the tests run on; a test compares the two.

FROM node:24.21.0-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No package of the product needs an install script.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
# The library for encrypted rooms on Matrix comes from github.com and not from the registry, so only where it is asked for.
# Its download reports no failure; loading it does.
ARG MATRIX_ENCRYPTION=
RUN if [ "$MATRIX_ENCRYPTION" = true ]; then \
      node node_modules/@matrix-org/matrix-sdk-crypto-nodejs/download-lib.js && \
      node -e "require('@matrix-org/matrix-sdk-crypto-nodejs')"; \
    fi

FROM node:24.21.0-trixie-slim
ENV NODE_ENV=production \
    MITWIRK_HOST=0.0.0.0 \
    MITWIRK_SLACK_HOST=0.0.0.0 \
    MITWIRK_DATA=/data \
    MITWIRK_MATRIX_KEYS=/data/matrix
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY config config
COPY src src
COPY adapters adapters
USER node
VOLUME /data
EXPOSE 3000 3001
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself gets SIGTERM: npm would not pass it on. What follows is a command of the bot, such as doctor.
ENTRYPOINT ["node", "src/main.ts"]
CMD ["serve"]
