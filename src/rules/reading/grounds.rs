//! Grounds that several rules about form share.

use crate::rule::Provision;

pub(super) const FORMAT: &[Provision] = &[Provision { document: "清单交换格式", clause: "1.0（schemas/v1）" }];
