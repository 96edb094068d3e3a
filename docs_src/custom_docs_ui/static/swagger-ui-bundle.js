/* Put the real swagger-ui-bundle.js in the place of this file. */
