# Figures of the study @study@ (model @model@): Rscript analysis.R writes measures.png and outcomes.png beside the tables,
# and heat_map.png where abm analyse has compared two factors of a design.
# A start for your own analysis. Change a copy: the study, when it is run anew, writes this file anew.
library(data.table)
library(ggplot2)
options(scipen = 9)

# The measures of the first figure, by name, with their labels; ticks.csv has more.
measures <- c(@measures@)
outcomes <- c(@outcomes@)
time <- "@tick_unit@"

script <- sub("--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
here <- if (length(script)) dirname(script[1]) else "."

# A table by its name, plain or compressed. datapackage.json says what the columns mean.
read_table <- function(name, ...) {
  path <- file.path(here, paste0(name, ".csv"))
  if (file.exists(path)) return(fread(path, sep = ",", na.strings = "", ...))
  fread(cmd = paste("gzip -dc", shQuote(paste0(path, ".gz"))), sep = ",", na.strings = "", ...)
}

design <- read_table("design")
runs <- read_table("runs")
ticks <- read_table("ticks", select = c("run_id", "tick", names(measures)))

# Scenarios stand in the order of the config. With a design, all its rows are taken together.
scenarios <- unique(design$scenario)
runs[, scenario := factor(scenario, scenarios)]
done <- runs[status == "done"]
rows <- nrow(design) / length(scenarios)
# Runs of one replication share their random numbers, so that over the rows of a design they are copies of one another.
shares_draws <- rows > 1 && @common_random_numbers@
sample <- paste0(format(nrow(done), big.mark = ","), " runs",
                 if (rows > 1) paste0(", all ", format(rows, big.mark = ","), " rows of the design together"),
                 if (nrow(done) < nrow(runs)) paste0(" (", nrow(runs) - nrow(done), " that did not finish are left out)"))

look <- theme_bw(base_size = 9) +
  theme(panel.grid.minor = element_blank(), strip.background = element_blank(), strip.placement = "outside",
        legend.position = "bottom", legend.margin = margin(), plot.title.position = "plot")

save_figure <- function(name, figure, width, height) {
  ggsave(file.path(here, name), figure, width = width, height = height, dpi = 120, limitsize = FALSE)
}

# Fan chart: at each tick the median and the middle 50 % and 90 % of the runs that still go on.
if (length(measures) > 0 && nrow(ticks) > 0) {
  ticks[runs, scenario := i.scenario, on = "run_id"]
  levels <- c(measures, alive = "runs\nstill going on")
  fan <- rbindlist(lapply(names(measures), function(name) {
    ticks[, as.list(quantile(.SD[[1]], c(0.05, 0.25, 0.5, 0.75, 0.95), na.rm = TRUE, names = FALSE)),
          by = .(scenario, tick), .SDcols = name][, measure := name]
  }))
  setnames(fan, paste0("V", 1:5), c("low90", "low50", "median", "high50", "high90"))
  alive <- ticks[, .(median = as.numeric(.N), measure = "alive"), by = .(scenario, tick)]
  for (table in list(fan, alive)) table[, measure := factor(levels[measure], levels)]
  first <- fan[scenario == scenarios[1], .(tick, median, measure)]

  figure <- ggplot(fan, aes(tick, median)) +
    geom_ribbon(aes(ymin = low90, ymax = high90), fill = "#0072B2", alpha = 0.2) +
    geom_ribbon(aes(ymin = low50, ymax = high50), fill = "#0072B2", alpha = 0.35) +
    geom_line(data = first, colour = "#D55E00", linetype = "dashed", linewidth = 0.4) +
    geom_line(colour = "#0072B2") +
    geom_ribbon(data = alive, aes(ymin = 0, ymax = median), fill = "grey70") +
    facet_grid(measure ~ scenario, scales = "free_y", switch = "y") +
    labs(x = time, y = NULL, title = "@study@: median, middle 50 % and middle 90 % of the runs",
         subtitle = paste0(sample, if (length(scenarios) > 1) paste0("; dashed: median of ", scenarios[1]))) +
    look
  save_figure("measures.png", figure, 2 + 2.4 * max(2, length(scenarios)), 1.2 + 1.25 * length(levels))
}

# Share of the runs that have had each outcome, by tick: the estimator of Aalen and Johansen (1978), in which outcomes
# compete and a run that reached its horizon is censored there; 95 % bands by the delta method on the scale log(-log).
cumulative_incidence <- function(tick, cause, outcome, grid) {
  at <- sort(unique(tick[!is.na(cause)]))
  count <- function(of) as.numeric(table(factor(tick[of], at)))
  risk <- vapply(at, function(t) sum(tick >= t), 0)
  ended <- count(!is.na(cause))
  own <- count(cause %in% outcome)
  before <- c(1, cumprod(1 - ended / risk))[seq_along(at)]
  share <- cumsum(before * own / risk)
  ahead <- outer(share, share, "-")
  ahead[upper.tri(ahead)] <- 0
  variance <- ahead^2 %*% (ended / risk / pmax(risk - ended, 1)) + cumsum(before^2 * own * (risk - own) / risk^3) -
    2 * ahead %*% (before * own / risk^2)
  by_tick <- function(values) c(0, values)[findInterval(grid, at) + 1]
  share <- by_tick(share)
  width <- 1.96 * sqrt(pmax(by_tick(variance), 0)) / abs(share * log(share))
  list(tick = grid, share = share, low = ifelse(share > 0, share^exp(width), 0), high = ifelse(share > 0, share^exp(-width), 0))
}

done[, cause := fifelse(censored | outcome == "", NA_character_, as.character(outcome))]
had <- intersect(outcomes, done$cause)
if (length(had) > 0) {
  grid <- 0:max(done$last_tick)
  shares <- rbindlist(lapply(had, function(one) {
    done[, cumulative_incidence(outcome_tick, cause, one, grid), by = scenario][, outcome := factor(one, outcomes)]
  }))

  okabe_ito <- c("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#F0E442")
  figure <- ggplot(shares, aes(tick, 100 * share, colour = outcome, fill = outcome)) +
    (if (!shares_draws) geom_ribbon(aes(ymin = 100 * low, ymax = 100 * high), alpha = 0.15, colour = NA)) +
    geom_step() +
    facet_wrap(~scenario, drop = FALSE, ncol = min(4, length(scenarios))) +
    scale_colour_manual(values = rep_len(okabe_ito, length(outcomes)), aesthetics = c("colour", "fill")) +
    scale_y_continuous(limits = c(0, NA)) +
    labs(x = time, y = "runs that have had the outcome (%)", colour = NULL, fill = NULL,
         title = paste0("@study@: cumulative incidence of outcomes", if (!shares_draws) ", with 95 % bands"),
         subtitle = paste0(sample, if (shares_draws) "; no bands: rows share their random numbers")) +
    look
  save_figure("outcomes.png", figure, 1.5 + 2.6 * max(2, min(4, length(scenarios))), 1.5 + 2.6 * ceiling(length(scenarios) / 4))
}

# Heat map: the first two factors of analysis/heat_map.csv, in its first response, with the number of each cell.
maps <- file.path(here, "analysis", "heat_map.csv")
if (file.exists(maps)) {
  words <- c("scenario", "response", "kind", "factor", "level", "other_factor", "other_level")
  heat <- fread(maps, sep = ",", na.strings = "", colClasses = list(character = words))
  first <- heat[1]
  heat <- heat[first, on = c("response", "kind", "factor", "other_factor")][, seq_along(heat), with = FALSE]
  for (word in c("scenario", "level", "other_level")) set(heat, NULL, word, factor(heat[[word]], unique(heat[[word]])))
  middle <- mean(range(heat$mean, na.rm = TRUE))
  counts <- unique(format(range(heat$runs), big.mark = ",", trim = TRUE))
  across <- min(3, nlevels(heat$scenario))
  down <- ceiling(nlevels(heat$scenario) / across)

  figure <- ggplot(heat, aes(other_level, level, fill = mean)) +
    geom_tile() +
    geom_text(data = heat[!is.na(mean)], aes(label = vapply(mean, format, "", digits = 3), colour = mean > middle), size = 2.5, show.legend = FALSE) +
    facet_wrap(~scenario, ncol = across) +
    scale_fill_viridis_c(guide = guide_colourbar(barheight = 6, barwidth = 0.6)) +
    scale_colour_manual(values = c(`TRUE` = "black", `FALSE` = "white")) +
    scale_x_discrete(expand = c(0, 0)) +
    scale_y_discrete(expand = c(0, 0)) +
    labs(x = first$other_factor, y = first$factor, fill = NULL,
         title = paste0("@study@: ", first$response, if (first$kind == "outcome") " (share of runs)"),
         subtitle = paste(paste(counts, collapse = " to "), "runs in each cell")) +
    look + theme(legend.position = "right", panel.grid = element_blank())
  save_figure("heat_map.png", figure, 2 + across * max(2.2, 0.9 + 0.55 * nlevels(heat$other_level)),
              1.3 + down * max(1.6, 0.8 + 0.3 * nlevels(heat$level)))
}
