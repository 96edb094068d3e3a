console.log("Crumb is open");
