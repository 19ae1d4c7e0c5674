# Runs abm from a notebook or a script and reads its tables as data frames. Written by: abm client r
#
#   source("abm.R")
#   study <- abm_run(list(model = "boltzmann", ticks = 50L, replications = 10L))
#   study$runs; study$ticks; study$events; study$design      # read when they are asked for; data.table where it is installed
#   study$analyse()$measures                                 # the tables of abm analyse
#   study <- abm_study("results/boltzmann")                  # one that was run before
#
# A config is a list or the path of a file; further options are those of the command, such as threads = 4, force = TRUE or
# set = list(mean_wealth = 2). abm is found by the argument abm, the variable ABM or the path; each may be a whole command:
# abm = c("dotnet", "run", "-c", "Release", "--project", "src/Cli", "--").
#
# In a list that stands for a config, list() is an empty section, character(0) an empty list, I("gini") a list of one.

# Runs what is missing of a study and gives its result; progress is printed meanwhile, unless quiet.
abm_run <- function(config, out = NULL, ..., abm = NULL, quiet = FALSE) {
  abm_study(.abm_with_config("run", list(config), out, list(...), abm, quiet))
}

# Gives the tables of abm calibrate: posterior, posterior_summary, fit, generations (surrogate where it is guided).
abm_calibrate <- function(config, out = NULL, ..., abm = NULL, quiet = FALSE) {
  abm_tables(.abm_with_config("calibrate", list(config), out, list(...), abm, quiet))
}

# Gives the table of abm judge, hypotheses; configs is one config, a folder or a vector of paths.
abm_judge <- function(configs, out = NULL, ..., abm = NULL, quiet = FALSE) {
  several <- if (is.list(configs)) list(configs) else as.list(configs)
  abm_tables(.abm_with_config("judge", several, out, list(...), abm, quiet))
}

# The result of a study: its tables, $analysis, $analyse(...) and $resume(...).
abm_study <- function(directory) {
  study <- abm_tables(directory)
  class(study) <- c("abm_study", class(study))
  makeActiveBinding("analysis", function() abm_tables(file.path(directory, "analysis")), study)
  study$analyse <- function(..., abm = NULL, quiet = FALSE) {
    .abm_call(c("analyse", directory, .abm_options(list(...))), abm, quiet)
    study$analysis
  }
  study$resume <- function(..., abm = NULL, quiet = FALSE) {
    .abm_call(c("resume", directory, .abm_options(list(...))), abm, quiet)
    abm_study(directory)
  }
  study
}

# The tables of a folder by their names, each read when it is asked for.
abm_tables <- function(directory) {
  tables <- new.env()
  class(tables) <- "abm_tables"
  tables$directory <- directory
  files <- .abm_files(directory)
  lapply(names(files), function(name) {
    read <- NULL
    makeActiveBinding(name, function() {
      if (is.null(read)) read <<- .abm_read(files[[name]]$path, files[[name]]$types)
      read
    }, tables)
  })
  tables
}

print.abm_tables <- function(x, ...) {
  cat(x$directory, ": ", paste(names(.abm_files(x$directory)), collapse = ", "), "\n", sep = "")
  invisible(x)
}

# A config as JSON.
abm_json <- function(value) {
  if (is.null(value)) return("null")
  if (is.data.frame(value)) {
    return(.abm_array(lapply(seq_len(nrow(value)), function(row) abm_json(lapply(value, function(column) column[[row]])))))
  }
  if (is.list(value)) {
    if (length(value) == 0) return("{}")
    items <- lapply(value, abm_json)
    return(if (is.null(names(value))) .abm_array(items) else .abm_object(names(value), items))
  }
  if (is.factor(value)) value <- structure(as.character(value), names = names(value), class = if (inherits(value, "AsIs")) "AsIs")
  if (!is.atomic(value) || is.complex(value) || is.raw(value)) stop("a config cannot hold a ", class(value)[1], call. = FALSE)
  if (anyNA(value) || (is.numeric(value) && any(is.infinite(value)))) stop("a config cannot hold ", value[!is.finite(value) | is.na(value)][1], call. = FALSE)
  items <- lapply(unname(unclass(value)), .abm_scalar)
  if (!is.null(names(value))) return(.abm_object(names(value), items))
  if (length(value) == 1 && !inherits(value, "AsIs")) items[[1]] else .abm_array(items)
}

.abm_array <- function(items) paste0("[", paste(items, collapse = ", "), "]")

.abm_object <- function(names, items) {
  if (any(is.na(names) | names == "")) stop("a part of the config has names for some of its values only", call. = FALSE)
  paste0("{", paste0(vapply(names, .abm_scalar, ""), ": ", items, collapse = ",\n"), "}")
}

.abm_scalar <- function(value) {
  if (is.logical(value)) return(if (value) "true" else "false")
  if (is.integer(value)) return(sprintf("%d", value))
  if (is.numeric(value)) {
    if (value == round(value) && abs(value) < 2^53) return(sprintf("%.0f", value))
    short <- sprintf("%.15g", value)
    return(if (as.numeric(short) == value) short else sprintf("%.17g", value))
  }
  text <- gsub("\"", "\\\"", gsub("\\", "\\\\", enc2utf8(value), fixed = TRUE), fixed = TRUE)
  for (code in 1:31) text <- gsub(intToUtf8(code), sprintf("\\u%04x", code), text, fixed = TRUE)
  paste0("\"", text, "\"")
}

.abm_with_config <- function(command, configs, out, options, abm, quiet) {
  written <- character(0)
  on.exit(unlink(written))
  paths <- vapply(configs, function(config) {
    if (is.character(config)) return(config)
    if (is.null(config$name)) config$name <- if (is.null(config$model)) "study" else config$model
    # In this folder, so that what it extends is found from here.
    path <- tempfile(".abm-", ".", ".json")
    written <<- c(written, path)
    writeLines(abm_json(config), path, useBytes = TRUE)
    path
  }, "")
  .abm_call(c(command, paths, if (!is.null(out)) c("--out", out), .abm_options(options)), abm, quiet)
}

.abm_options <- function(options) {
  word <- function(value) if (is.character(value)) value else .abm_scalar(value)
  unlist(lapply(names(options), function(name) {
    value <- options[[name]]
    flag <- paste0("--", gsub("_", "-", name, fixed = TRUE))
    if (is.null(value) || identical(value, FALSE)) return(NULL)
    if (identical(value, TRUE)) return(flag)
    words <- vapply(value, word, "")
    if (!is.null(names(value))) words <- paste0(names(value), "=", words)
    as.vector(rbind(flag, words))
  }))
}

.abm_command <- function(abm) {
  if (is.null(abm)) abm <- Sys.getenv("ABM", Sys.which("abm"))
  if (length(abm) == 1 && abm == "") stop("abm is not found: name it with abm = ..., set the variable ABM, or put it on the path", call. = FALSE)
  # One word that is no file is a command with its arguments, as in a shell.
  if (length(abm) == 1 && !file.exists(abm)) abm else paste(shQuote(abm), collapse = " ")
}

# Runs abm, prints what it says as it says it, and gives the directory of its results, where it names one.
.abm_call <- function(arguments, abm, quiet) {
  folder <- tempfile("abm-")
  dir.create(folder)
  on.exit(unlink(folder, recursive = TRUE))
  files <- lapply(c(out = "out", err = "err", pid = "pid", code = "code"), function(name) file.path(folder, name))
  file.create(files$out, files$err)
  line <- paste(.abm_command(abm), paste(shQuote(arguments), collapse = " "), ">", shQuote(files$out), "2>", shQuote(files$err))
  if (.Platform$OS.type == "windows") {
    writeLines(as.character(shell(line)), files$code)
  } else {
    # In the background a Ctrl-C of the terminal does not reach it: it comes here, and goes on from here once.
    system(paste("(", line, "</dev/null & echo $! >", shQuote(files$pid), "; wait $!; echo $? >", shQuote(files$code), ")"), wait = FALSE)
  }
  said <- .abm_follow(files, quiet)
  message <- paste(grep("[0-9]+/[0-9]+ runs, [^ ]+ runs/s", said$lines, invert = TRUE, value = TRUE), collapse = "\n")
  if (said$interrupted || said$code != 0) {
    kind <- if (said$interrupted) "abm_interrupted" else if (said$code == 2) "abm_bad_input" else NULL
    if (message == "") message <- paste("abm ended with", said$code)
    stop(structure(class = c(kind, "abm_error", "error", "condition"), list(message = message, call = NULL, code = said$code)))
  }
  sub("^Results: ", "", tail(grep("^Results: ", said$lines, value = TRUE), 1))
}

# Prints what abm says until it ends. An interrupt asks abm to stop, which stores what is done.
.abm_follow <- function(files, quiet) {
  seen <- list(out = character(0), err = character(0))
  # What was said since the last look, in whole lines: the file is read anew, since R keeps to an end that it has met.
  fresh <- function(name) {
    bytes <- readBin(files[[name]], "raw", file.size(files[[name]]))
    text <- rawToChar(bytes[seq_len(max(0, which(bytes == 10)))])
    Encoding(text) <- "UTF-8"
    lines <- strsplit(text, "\n", fixed = TRUE)[[1]]
    new <- lines[seq_along(lines) > length(seen[[name]])]
    seen[[name]] <<- lines
    new
  }
  tell <- function() {
    said <- fresh("err")
    shown <- fresh("out")
    if (!quiet && length(said) > 0) base::message(paste(said, collapse = "\n"))
    if (!quiet && length(shown) > 0) cat(shown, sep = "\n")
  }
  code <- function() if (file.exists(files$code)) suppressWarnings(as.integer(readLines(files$code))) else integer(0)
  until_the_end <- function() {
    while (length(code()) == 0) {
      tell()
      Sys.sleep(0.1)
    }
    tell()
  }
  interrupted <- FALSE
  tryCatch(until_the_end(), interrupt = function(condition) interrupted <<- TRUE)
  if (interrupted) {
    if (file.exists(files$pid)) tools::pskill(as.integer(readLines(files$pid)), tools::SIGTERM)
    until_the_end()
  }
  list(lines = seen$err, code = code(), interrupted = interrupted)
}

# The files of a folder's tables with the types of their columns, as datapackage.json declares them.
.abm_files <- function(directory) {
  package <- file.path(directory, "datapackage.json")
  if (!file.exists(package)) {
    paths <- list.files(directory, "[.]csv$", full.names = TRUE)
    return(setNames(lapply(paths, function(path) list(path = path, types = NULL)), sub("[.]csv$", "", basename(paths))))
  }
  lines <- readLines(package, encoding = "UTF-8")
  value <- function(line) sub('^ *"[a-z]+": "(.*)",?$', "\\1", line)
  paths <- grep('^ *"path": ', lines)
  columns <- grep('^ *"type": ', lines)
  tables <- findInterval(columns, paths)
  setNames(lapply(seq_along(paths), function(table) {
    mine <- columns[tables == table]
    list(path = file.path(directory, value(lines[paths[table]])), types = setNames(value(lines[mine]), value(lines[mine - 1])))
  }), sub("[.]csv([.]gz)?$", "", value(lines[paths])))
}

.abm_read <- function(path, types) {
  classes <- c(number = "numeric", string = "character")[types]
  classes <- setNames(classes, names(types))[!is.na(classes)]
  if (requireNamespace("data.table", quietly = TRUE)) {
    packed <- grepl("[.]gz$", path)
    table <- data.table::fread(
      file = if (!packed) path, cmd = if (packed) paste("gzip -dc", shQuote(path)), sep = ",", na.strings = "", integer64 = "double",
      colClasses = if (length(classes) > 0) classes)
    # fread leaves quotes within quotes doubled.
    for (name in names(types)[types == "string"]) data.table::set(table, j = name, value = gsub('""', '"', table[[name]], fixed = TRUE))
    for (name in names(types)) data.table::set(table, j = name, value = .abm_typed(table[[name]], types[[name]]))
    return(table[])
  }
  table <- utils::read.csv(path, na.strings = "", check.names = FALSE, encoding = "UTF-8", colClasses = if (length(classes) > 0) classes else NA)
  table[names(types)] <- Map(.abm_typed, table[names(types)], types)
  table
}

# A column that a reader took for something else, as one is that has no value at all.
.abm_typed <- function(column, type) {
  if (type == "integer" && is.logical(column)) return(as.integer(column))
  if (type == "datetime" && !inherits(column, "POSIXct")) return(as.POSIXct(as.character(column), format = "%Y-%m-%dT%H:%M:%OSZ", tz = "UTC"))
  column
}
